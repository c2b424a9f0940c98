package workspace.chats.system.faults;

import java.util.List;

/** Any process dies at any moment, the engines too. */
final class Kills implements Scenario {

    private static final List<String> VICTIMS =
            List.of(
                    "chat-api",
                    "assignment-service",
                    "channel-dispatcher",
                    "voice-caller",
                    "kafka",
                    "postgres");

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public String says() {
        return "kill -9 of any process at any moment";
    }

    @Override
    public Size size() {
        return new Size(30, 100, 20, 240);
    }

    @Override
    public Size shortSize() {
        return new Size(2, 50, 25, 120);
    }

    @Override
    public void round(Course course) {
        var victim = course.oneOf(VICTIMS);
        course.kill(victim);
        course.start(victim);
    }
}
