package workspace.chats.api.fuzz;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import workspace.chats.api.property.Draws;

/** Texts, numbers and whole values that have hurt somebody before. */
final class Hostile {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\t\n",
                    "\u0000",
                    "\ud800",
                    "\udc00x",
                    "\udbff\udbff",
                    "\u202etxet\u202c \u05d0\u0644",
                    "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud83c\uddf3\ud83c\uddf5",
                    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f",
                    "\ufeff\ufffe\uffff",
                    "\u2028\u2029\u0085",
                    "\u0130\u0131\u00df\ufb03",
                    "\u007f\u009f\u001b[31m",
                    "'; drop table chat; --",
                    "%s%n%x$1{0}",
                    "${jndi:ldap://127.0.0.1/a} #{7*7} {{7*7}}",
                    "<script>alert(1)</script>",
                    "../../etc/passwd",
                    "a\r\nX-Injected: yes",
                    "\\",
                    "\"",
                    "null",
                    "NaN",
                    "true",
                    "1e999",
                    "=cmd|' /C calc'!A0",
                    "\u1100\u1161\u11a8 A\u030a \u2126",
                    "%00%ff%u0041",
                    "A".repeat(70_000));

    private static final List<BigDecimal> NUMBERS =
            List.of(
                    BigDecimal.ZERO,
                    BigDecimal.ONE.negate(),
                    new BigDecimal("0.0005"),
                    new BigDecimal("0.1"),
                    new BigDecimal("2147483647"),
                    new BigDecimal("2147483648"),
                    new BigDecimal("-2147483649"),
                    new BigDecimal("9223372036854775807"),
                    new BigDecimal("9223372036854775808"),
                    new BigDecimal("1e400"),
                    new BigDecimal("-1e-400"),
                    new BigDecimal("1e2147483647"),
                    new BigDecimal("1.0000000000000000000000000000000000000001"),
                    new BigDecimal("9".repeat(1_100)),
                    new BigDecimal(Canary.digits()));

    private Hostile() {}

    static String text(Draws draws) {
        return draws.from(TEXTS);
    }

    static JsonNode number(Draws draws) {
        return NODES.numberNode(draws.from(NUMBERS));
    }

    /** Anything that JSON has. */
    static JsonNode value(Draws draws, String word) {
        return switch (draws.below(8)) {
            case 0 -> NODES.stringNode(word);
            case 1 -> NODES.nullNode();
            case 2 -> NODES.booleanNode(draws.oneIn(2));
            case 3 -> number(draws);
            case 4 -> NODES.arrayNode();
            case 5 -> NODES.arrayNode().add(value(draws, word));
            case 6 -> NODES.objectNode();
            default -> NODES.objectNode().set(word, value(draws, word));
        };
    }
}
