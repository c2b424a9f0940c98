package workspace.chats.assignment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Makes the assignment that a created chat asks for and says so. Holds no key: what is sealed stays
 * sealed here.
 */
@SpringBootApplication
public class AssignmentService {

    public static void main(String[] arguments) {
        SpringApplication.run(AssignmentService.class, arguments);
    }
}
