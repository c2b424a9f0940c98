package workspace.chats.api.property;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Every choice that goes into a request, in the order in which it was made. The same choices make
 * the same request, and smaller ones a simpler request: zero is always the plainest.
 */
public final class Draws {

    private final @Nullable SplittableRandom random;
    private final List<Integer> given;
    private final List<Integer> made = new ArrayList<>();

    private Draws(@Nullable SplittableRandom random, List<Integer> given) {
        this.random = random;
        this.given = given;
    }

    public static Draws of(long seed) {
        return new Draws(new SplittableRandom(seed), List.of());
    }

    /** The plainest choice, once these run out. */
    public static Draws again(List<Integer> choices) {
        return new Draws(null, choices);
    }

    public List<Integer> made() {
        return List.copyOf(made);
    }

    /** From 0 up to, but not including, {@code bound}. */
    public int below(int bound) {
        int choice = Math.floorMod(next(bound), bound);
        made.add(choice);
        return choice;
    }

    /** True once in so many times. */
    public boolean oneIn(int times) {
        return below(times) == times - 1;
    }

    public <T> T from(List<? extends T> choices) {
        return choices.get(below(choices.size()));
    }

    private int next(int bound) {
        if (made.size() < given.size()) {
            return given.get(made.size());
        }
        return random == null ? 0 : random.nextInt(bound);
    }
}
