package workspace.chats.system.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** One patient for each chat, with a number and a mailbox that no other has. */
final class Patients {

    /** Their 555-0100 to 555-0199 belong to nobody. */
    private static final int[] AREAS = {
        201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224,
        225, 228, 229, 231, 234, 239, 240, 248, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270,
        276, 281, 301, 302, 303, 304, 305, 307, 308, 309, 310, 312, 313, 314, 315, 316, 317, 318,
        319, 320, 321, 323, 325, 330, 331, 334, 336, 337
    };

    private static final int EACH = 100;
    private static final int AT_ONCE = 8;

    private Patients() {}

    /** Their ids. */
    static List<String> admit(Site.Desk desk, int many) {
        if (many > AREAS.length * EACH) {
            throw new IllegalArgumentException(
                    "at most " + AREAS.length * EACH + " patients have numbers");
        }
        var tasks =
                IntStream.range(0, many)
                        .<Callable<String>>mapToObj(patient -> () -> admitOne(desk, patient))
                        .toList();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var ids = new ArrayList<String>();
            for (var admitted : threads.invokeAll(tasks)) {
                ids.add(admitted.get());
            }
            return ids;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a patient was not admitted", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String admitOne(Site.Desk desk, int patient) {
        return desk.adds(
                "/members",
                Map.of(
                        "kind",
                        "human",
                        "displayName",
                        "Patient " + patient,
                        "phone",
                        "+1%d55501%02d".formatted(AREAS[patient / EACH], patient % EACH),
                        "email",
                        "patient-%d@example.com".formatted(patient)));
    }
}
