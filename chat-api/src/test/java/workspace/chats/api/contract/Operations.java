package workspace.chats.api.contract;

import java.util.List;
import java.util.stream.Stream;

/** Every call, in the order of the document. */
final class Operations {

    private Operations() {}

    static List<Operation> all() {
        return Stream.of(
                        ChatOperations.all(),
                        ConversationOperations.all(),
                        DirectoryOperations.all())
                .flatMap(List::stream)
                .toList();
    }
}
