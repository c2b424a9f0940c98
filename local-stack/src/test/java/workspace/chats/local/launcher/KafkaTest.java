package workspace.chats.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class KafkaTest {

    @Test
    void makesATopicPerOwner_withSixPartitionsAndAWeek() {
        assertThat(Kafka.topics().filter(topic -> topic.numPartitions() > 1))
                .allMatch(topic -> topic.numPartitions() == 6)
                .allMatch(topic -> topic.configs().containsValue("604800000"))
                .allMatch(topic -> topic.configs().containsValue("4194304"))
                .map(NewTopic::name)
                .containsExactly(
                        "chat.events", "assignment.events", "dispatch.events", "call.events");
    }

    @Test
    void makesATopicForTheDeadLettersOfEachConsumer_withTwoWeeks() {
        assertThat(Kafka.topics().filter(KafkaTest::isForDeadLetters))
                .allMatch(topic -> topic.numPartitions() == 1)
                .allMatch(topic -> topic.configs().containsValue("1209600000"))
                .allMatch(topic -> topic.configs().containsValue("4259840"))
                .map(NewTopic::name)
                .containsExactlyInAnyOrder(
                        "chat.events.assignment-service.dlt",
                        "chat.events.channel-dispatcher.dlt",
                        "chat.events.voice-caller.dlt",
                        "assignment.events.chat-api.dlt",
                        "dispatch.events.chat-api.dlt",
                        "call.events.chat-api.dlt");
    }

    @Test
    void makesATopicForTheReplaysOfEachConsumer_withAWeek() {
        assertThat(Kafka.topics().filter(topic -> topic.name().endsWith(".replay")))
                .allMatch(topic -> topic.numPartitions() == 1)
                .allMatch(topic -> topic.configs().containsValue("604800000"))
                .allMatch(topic -> topic.configs().containsValue("4259840"))
                .map(NewTopic::name)
                .containsExactlyInAnyOrder(
                        "chat.events.assignment-service.replay",
                        "chat.events.channel-dispatcher.replay",
                        "chat.events.voice-caller.replay",
                        "assignment.events.chat-api.replay",
                        "dispatch.events.chat-api.replay",
                        "call.events.chat-api.replay");
    }

    private static boolean isForDeadLetters(NewTopic topic) {
        return topic.name().endsWith(".dlt");
    }
}
