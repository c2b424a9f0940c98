package workspace.chats.local.twilio;

/** Into how many short messages a text is cut. */
final class Segments {

    private static final String GSM_BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
                    + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_EXTENDED = "\f^{}\\[~]|€";

    private Segments() {}

    static int of(String text) {
        return text.chars().allMatch(character -> septets(character) > 0)
                ? cut(text.chars().map(Segments::septets).sum(), 160, 153)
                : cut(text.length(), 70, 67);
    }

    private static int septets(int character) {
        if (GSM_BASIC.indexOf(character) >= 0) {
            return 1;
        }
        return GSM_EXTENDED.indexOf(character) >= 0 ? 2 : 0;
    }

    private static int cut(int length, int alone, int joined) {
        return length <= alone ? 1 : Math.ceilDiv(length, joined);
    }
}
