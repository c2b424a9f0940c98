package workspace.chats.local.peer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What goes wrong by chance: each time at most one of several faults, each in its share of all
 * cases. The same seed draws the same faults in the same order. Not safe for several threads.
 */
public final class Weather<F> {

    /** A fault and how many of a hundred meet it. */
    public record Share<F>(int percent, F fault) {
        public Share {
            if (percent < 0 || percent > 100) {
                throw new BadRequest("percent must be from 0 to 100");
            }
        }
    }

    /** How many of those that were asked for met a share's fault. */
    public record Drawn<F>(F fault, int percent, int drawn, int asked) {}

    private final Random random;
    private final Map<Share<F>, Integer> drawn = new HashMap<>();
    private int asked;
    private final List<Share<F>> shares;

    /** Throws {@link BadRequest} when the shares are more than all. */
    public Weather(long seed, List<Share<F>> shares) {
        if (shares.stream().mapToInt(Share::percent).sum() > 100) {
            throw new BadRequest("the shares must not be more than 100 percent together");
        }
        this.random = new Random(seed);
        this.shares = List.copyOf(shares);
    }

    /** In which nothing goes wrong. */
    public static <F> Weather<F> fair() {
        return new Weather<>(0, List.of());
    }

    /** What came of each share until now. */
    public List<Drawn<F>> drawn() {
        return shares.stream()
                .map(share ->
                        new Drawn<>(
                                share.fault(),
                                share.percent(),
                                drawn.getOrDefault(share, 0),
                                asked))
                .toList();
    }

    public Optional<F> draw() {
        asked++;
        int left = shares.isEmpty() ? 0 : random.nextInt(100);
        for (var share : shares) {
            left -= share.percent();
            if (left < 0) {
                drawn.merge(share, 1, Integer::sum);
                return Optional.of(share.fault());
            }
        }
        return Optional.empty();
    }
}
