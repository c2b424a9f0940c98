package workspace.chats.dispatch;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Owner of message sending: reads what chats want sent and says what became of it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ChannelDispatcher {

    public static void main(String[] args) {
        SpringApplication.run(ChannelDispatcher.class, args);
    }
}
