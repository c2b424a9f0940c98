package workspace.chats.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class KafkaTest {

    @Test
    void makesATopicPerOwner_withSixPartitionsAndAWeek() {
        assertThat(Kafka.topics().filter(topic -> !isForDeadLetters(topic)))
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

    private static boolean isForDeadLetters(NewTopic topic) {
        return topic.name().endsWith(".dlt");
    }
}
