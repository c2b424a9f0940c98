package workspace.chats.messaging;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The smallest service there is: what it has, it has from the auto-configuration. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class OneService {}
