package workspace.chats.api.fuzz;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Marks what is sent, in every form that a value can have, so that it is known when it comes back.
 */
final class Canary {

    private static final String WORD = "cnry7x";
    private static final String ID = "0ddba11c";
    private static final String DIGITS = "4047177";
    private static final Pattern ANY = Pattern.compile(WORD + "|" + ID + "|" + DIGITS);

    private Canary() {}

    /** Goes where lower-case letters and digits go. */
    static String word(int number) {
        return WORD + Integer.toString(number, 36);
    }

    /** An id that nobody has. */
    static String id(int number) {
        return ID + "-5a11-7d10-8a51-%012x".formatted(number);
    }

    static String phone(int number) {
        return "+1" + DIGITS + "%03d".formatted(Math.floorMod(number, 1_000));
    }

    static String digits() {
        return DIGITS;
    }

    static boolean isIn(String text) {
        return ANY.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
