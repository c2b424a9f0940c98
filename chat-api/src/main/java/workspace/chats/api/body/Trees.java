package workspace.chats.api.body;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import workspace.chats.api.problem.Flaw;

/** Whether a whole JSON value can be kept. */
final class Trees {

    private Trees() {}

    static Optional<Flaw> flaw(JsonNode node) {
        if (node.isString()) {
            return flaw(node.stringValue());
        }
        if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
            return Optional.of(Flaw.OUT_OF_RANGE);
        }
        var names = node.propertyNames().stream().map(Trees::flaw);
        var values = node.valueStream().map(Trees::flaw);
        return Stream.concat(names, values).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Flaw> flaw(String text) {
        return Texts.canBeKept(text) ? Optional.empty() : Optional.of(Flaw.MALFORMED_TEXT);
    }
}
