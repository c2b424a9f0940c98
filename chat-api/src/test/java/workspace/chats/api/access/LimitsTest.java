package workspace.chats.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Limits limits =
            new Limits(new LimitSettings(4, 6, Duration.ofSeconds(4), 1, 1), clock());
    private final UUID workspace = UUID.randomUUID();
    private final Visitor anna = new Visitor(workspace, "anna");
    private final Visitor ben = new Visitor(workspace, "ben");
    private int asked;

    @Test
    void refuseAMemberWhoAsksTooMuch_andNobodyElse() {
        assertThat(servedAsMember(anna, 9)).isEqualTo(4);

        assertThat(servedAsMember(ben, 1)).isEqualTo(1);
        assertThat(servedAsMember(new Visitor(UUID.randomUUID(), "anna"), 4)).isEqualTo(4);
    }

    @Test
    void letHimGoOnAtASteadyRate() {
        servedAsMember(anna, 9);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(servedAsMember(anna, 9)).isEqualTo(1);

        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(servedAsMember(new Visitor(UUID.randomUUID(), "anna"), 9)).isEqualTo(4);
    }

    @Test
    void refuseAWorkspaceThatAsksTooMuch_andNoOther() {
        servedAsMember(anna, 4);

        assertThat(servedAsMember(ben, 4)).isEqualTo(2);
        assertThat(servedAsMember(new Visitor(UUID.randomUUID(), "ben"), 4)).isEqualTo(4);
    }

    @Test
    void letNoStrangerUseUpAWorkspacesShare() {
        for (int i = 0; i < 100; i++) {
            refusal(new Visitor(workspace, "stranger-" + i), null);
        }

        assertThat(servedAsMember(anna, 4) + servedAsMember(ben, 2)).isEqualTo(6);
    }

    @Test
    void refuseAStrangerWhoTriesOneWorkspaceAfterTheOther() {
        assertThat(servedAsStranger("stranger", 9)).isEqualTo(4);
        assertThat(servedAsStranger("another", 9)).isEqualTo(4);
    }

    @Test
    void askTheDatabaseNothing_forAStrangerWhoHasNoneLeft() {
        servedAsStranger("stranger", 100);
        assertThat(asked).isEqualTo(4);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        servedAsStranger("stranger", 100);
        assertThat(asked).isEqualTo(5);
    }

    @Test
    void letAMemberAsk_howeverOftenHeWasAStrangerElsewhere() {
        servedAsMember(anna, 1);
        servedAsStranger("anna", 9);

        assertThat(servedAsMember(anna, 2)).isEqualTo(2);
    }

    @Test
    void forgetThatHeWasAMember_inTime_andWhenHeIsNoneAnyMore() {
        servedAsMember(anna, 1);
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        servedAsStranger("anna", 9);
        assertThat(servedAsMember(anna, 1)).isZero();

        servedAsMember(ben, 1);
        servedAsStranger("ben", 9);
        asked = 0;
        refusal(ben, null);
        refusal(ben, null);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void cannotBeNothing() {
        assertThatThrownBy(() -> new LimitSettings(0, 6, Duration.ofSeconds(4), 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LimitSettings(4, 6, Duration.ZERO, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int servedAsMember(Visitor member, int times) {
        int served = 0;
        for (int i = 0; i < times; i++) {
            served += refusal(member, "a member") == null ? 1 : 0;
        }
        return served;
    }

    /** In one workspace after the other. */
    private int servedAsStranger(String subject, int times) {
        int served = 0;
        for (int i = 0; i < times; i++) {
            served += refusal(new Visitor(UUID.randomUUID(), subject), null) == null ? 1 : 0;
        }
        return served;
    }

    private @Nullable Throwable refusal(Visitor visitor, @Nullable String membership) {
        return catchThrowable(() -> {
            limits.count(visitor);
            limits.letAsk(visitor);
            asked++;
            limits.counted(visitor, Optional.ofNullable(membership));
        });
    }

    private TimeMeter clock() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
