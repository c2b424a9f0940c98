package workspace.chats.api.body;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import workspace.chats.api.problem.Flaw;

/** Whether a whole JSON value can be kept. */
final class Trees {

    /** More than any double needs; with so many, all that the parser lets in can be read back. */
    private static final int MOST_DECIMAL_PLACES = 500;

    private Trees() {}

    static Optional<Flaw> flaw(JsonNode node) {
        if (node.isString()) {
            return flaw(node.stringValue());
        }
        if (node.isNumber()) {
            return canBeKept(node) ? Optional.empty() : Optional.of(Flaw.OUT_OF_RANGE);
        }
        var names = node.propertyNames().stream().map(Trees::flaw);
        var values = node.valueStream().map(Trees::flaw);
        return Stream.concat(names, values).flatMap(Optional::stream).findFirst();
    }

    /** Most who read it back will make a double of it. */
    private static boolean canBeKept(JsonNode number) {
        return Double.isFinite(number.doubleValue(Double.POSITIVE_INFINITY))
                && Math.abs(number.decimalValue().scale()) <= MOST_DECIMAL_PLACES;
    }

    private static Optional<Flaw> flaw(String text) {
        return Texts.canBeKept(text) ? Optional.empty() : Optional.of(Flaw.MALFORMED_TEXT);
    }
}
