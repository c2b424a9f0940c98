package workspace.chats.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void givesEachConsumerTopicsOfItsOwn() {
        assertThat(Topics.deadLetters("chat.events", "voice-caller"))
                .isEqualTo("chat.events.voice-caller.dlt");
        assertThat(Topics.replays("chat.events", "voice-caller"))
                .isEqualTo("chat.events.voice-caller.replay");
    }

    @Test
    void leadsBackToTheSameDeadLetters_whenAReplayFails() {
        var replays = Topics.replays("chat.events", "voice-caller");

        assertThat(Topics.deadLetters(replays, "voice-caller"))
                .isEqualTo("chat.events.voice-caller.dlt");
    }
}
