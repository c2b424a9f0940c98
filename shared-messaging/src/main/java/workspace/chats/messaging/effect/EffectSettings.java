package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ledger's durations and limits.
 *
 * @param inFlight how many effects of each medium one instance works on at once
 * @param poll how often to look for work when nobody rings
 * @param lease how long a holder may be silent; longer than any provider's time-outs
 * @param claimAhead how long before its slot an effect is claimed, to be ready in time
 * @param paceTolerance how late a request may be written after its slot before it gives the slot up
 * @param paceHandover what lies between the slots of two instances that serve one sender, besides
 *     the tolerance: by so much the one may be late where it is not looked at any more
 * @param retryWaits the waits between tries; one try more than there are waits
 * @param retryJitter the share by which such a wait may be shorter or longer
 * @param lookWaits the waits before the first and between the further looks; the last one repeats
 * @param lookAllowance by how much the provider's clock may differ from the database's
 * @param unknownDeadline how long an unknown outcome is looked for
 * @param sweep how often to look for what lapsed, expired or wants a look
 * @param gauges how often the rows are counted, and what nobody asks for any more is forgotten
 * @param textsPerHour how many texts a workspace that has no budget of its own may send in an hour
 * @param callsPerHour likewise calls
 * @param stopWithin how long a stop waits for answers that are on their way
 */
@ConfigurationProperties("workspace.effects")
record EffectSettings(
        @DefaultValue("64") int inFlight,
        @DefaultValue("50ms") Duration poll,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("100ms") Duration claimAhead,
        @DefaultValue("400ms") Duration paceTolerance,
        @DefaultValue("250ms") Duration paceHandover,
        @DefaultValue({"1s", "3s", "10s", "30s", "90s"}) List<Duration> retryWaits,
        @DefaultValue("0.2") double retryJitter,
        @DefaultValue({"5s", "25s", "90s", "3m"}) List<Duration> lookWaits,
        @DefaultValue("30s") Duration lookAllowance,
        @DefaultValue("10m") Duration unknownDeadline,
        @DefaultValue("250ms") Duration sweep,
        @DefaultValue("10s") Duration gauges,
        @DefaultValue("10000") int textsPerHour,
        @DefaultValue("1000") int callsPerHour,
        @DefaultValue("8s") Duration stopWithin) {

    EffectSettings {
        retryWaits = List.copyOf(retryWaits);
        lookWaits = List.copyOf(lookWaits);
    }

    /** Between the slots of two instances that serve one sender, besides the rate. */
    Duration handover() {
        return paceTolerance.plus(paceHandover);
    }

    /**
     * How far apart two submissions may be while a look at the one can still show what the other
     * sent: each reaches the provider within a lease, whose clock may differ both times and tells
     * whole seconds.
     */
    Duration lookReach() {
        return lease.plus(lookAllowance.multipliedBy(2)).plusSeconds(1);
    }

    /** The wait before the look that follows so many others. */
    Duration lookWait(int looks) {
        return lookWaits.get(Math.min(looks, lookWaits.size() - 1));
    }
}
