package workspace.chats.system.history;

/** One thing that is not as promised, with the id of what it happened to. */
public record Finding(Kind kind, String what, String id) {

    /** How a promise can be broken. */
    public enum Kind {
        /** It was told, or has to be there, and is not. */
        LOST,
        /** It is there more often than was asked for. */
        DUPLICATED,
        /** It came before what it should have come after. */
        REORDERED,
        /** Somebody still waits for a word about it. */
        UNANSWERED,
        /** Two who should say the same do not. */
        CONTRADICTED
    }

    @Override
    public String toString() {
        return kind + ": " + what + " (" + id + ")";
    }
}
