package workspace.chats.messaging.effect;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import workspace.chats.events.Confidential;
import workspace.chats.messaging.effect.Look.Candidate;

/**
 * Asks providers what became of unknown submissions. A look can only find, and believes only what
 * nobody else can have sent.
 */
final class Looks {

    private static final Logger log = LoggerFactory.getLogger(Looks.class);

    private static final int AT_ONCE = 16;

    private final Effects effects;
    private final Contents contents;
    private final Providers providers;
    private final Settler settler;
    private final EffectSettings settings;
    private final Semaphore free = new Semaphore(AT_ONCE);

    Looks(
            Effects effects,
            Contents contents,
            Providers providers,
            Settler settler,
            EffectSettings settings) {
        this.effects = effects;
        this.contents = contents;
        this.providers = providers;
        this.settler = settler;
        this.settings = settings;
    }

    int free() {
        return free.availablePermits();
    }

    /** Takes the look, so that no other instance does, and asks on a thread of its own. */
    void start(Entry unknown) {
        if (free.tryAcquire()) {
            Thread.ofVirtual().name("effects-look").start(() -> run(unknown));
        }
    }

    private void run(Entry unknown) {
        try {
            if (effects.takeLook(unknown)) {
                found(unknown)
                        .ifPresent(one -> settler.settle(unknown, new Happening.Seen(one)).join());
            }
        } catch (RuntimeException failure) {
            log.warn("look at {} failed: {}", unknown.effect().id(), failure.getClass().getName());
        } finally {
            free.release();
        }
    }

    private Optional<Candidate> found(Entry unknown) {
        var content = contents.of(unknown);
        var effect = unknown.effect();
        return switch (providers.of(effect).look(effect, content, window(unknown))) {
            case Look.Found(var candidates) when candidates.isEmpty() -> Optional.empty();
            case Look.Found(var candidates) -> notOf(rivals(unknown, content), candidates);
            case Look.NothingToAsk() -> Optional.empty();
        };
    }

    /**
     * Asked after the provider and before the owners: whoever is not open any more by then owns
     * what is his.
     */
    private Set<State> rivals(Entry unknown, Confidential content) {
        return effects.rivals(unknown, reach(unknown)).stream()
                .filter(rival -> mayBeAlike(rival, content))
                .map(Entry::state)
                .collect(Collectors.toSet());
    }

    /**
     * Twilio lists the requests that it refused, too (its support article 21923437804315), so what
     * was refused there may be a rival's that was refused; any other may own all of it.
     */
    private Optional<Candidate> notOf(Set<State> rivals, List<Candidate> candidates) {
        if (rivals.isEmpty()) {
            return onlyOne(candidates);
        }
        return rivals.equals(Set.of(State.REJECTED))
                ? onlyOne(candidates.stream().filter(each -> each.refusal() == null).toList())
                : Optional.empty();
    }

    /** Of what is forgotten nobody can say. */
    private boolean mayBeAlike(Entry rival, Confidential content) {
        return rival.sealed() == null || areAlike(contents.of(rival), content);
    }

    /** To a provider: the same words to the same person, or a call of him. */
    static boolean areAlike(Confidential one, Confidential other) {
        return Objects.equals(one.letter(), other.letter())
                && Objects.equals(one.dial(), other.dial());
    }

    private Optional<Candidate> onlyOne(List<Candidate> candidates) {
        var owned = effects.owned(candidates.stream().map(Candidate::providerId).toList());
        var left = candidates.stream().filter(each -> !owned.contains(each.providerId())).toList();
        return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
    }

    private LookWindow window(Entry unknown) {
        var from = submittedAt(unknown);
        return new LookWindow(
                from.minus(settings.lookAllowance()),
                from.plus(settings.lease()).plus(settings.lookAllowance()));
    }

    /** When something was submitted whose message may stand in that window. */
    private LookWindow reach(Entry unknown) {
        var at = submittedAt(unknown);
        return new LookWindow(at.minus(settings.lookReach()), at.plus(settings.lookReach()));
    }

    private static Instant submittedAt(Entry unknown) {
        return Objects.requireNonNull(unknown.submittedAt());
    }
}
