package workspace.chats.api;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the gateway. */
@SpringBootApplication
public class ChatApi {

    public static void main(String[] args) {
        SpringApplication.run(ChatApi.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
