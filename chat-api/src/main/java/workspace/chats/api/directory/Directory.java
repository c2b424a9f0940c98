package workspace.chats.api.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one request may refer to: the caller, the workspace's and the workflow's defaults, and those
 * of the asked ids that the workspace has. Another workspace's ids are missing like unknown ones.
 * Personal data: never printed.
 */
public record Directory(
        UUID workspaceId,
        String workspaceName,
        @Nullable Integer textsPerHour,
        @Nullable Integer callsPerHour,
        UUID callerId,
        @Nullable UUID defaultAssistantId,
        @Nullable UUID defaultPhoneNumberId,
        @Nullable UUID defaultInboxId,
        @Nullable Workflow workflow,
        List<Member> members,
        List<PhoneNumber> phoneNumbers,
        List<Inbox> inboxes,
        List<Model> models,
        boolean knowsSite) {

    public Optional<Member> activeMember(@Nullable UUID id) {
        return find(members, Member::id, id).filter(Member::active);
    }

    public Optional<Member> activeAssistant(@Nullable UUID id) {
        return activeMember(id).filter(Member::isAssistant);
    }

    public Optional<PhoneNumber> phoneNumber(@Nullable UUID id) {
        return find(phoneNumbers, PhoneNumber::id, id);
    }

    public Optional<Inbox> inbox(@Nullable UUID id) {
        return find(inboxes, Inbox::id, id);
    }

    public boolean knowsModel(UUID id, ModelKind kind) {
        return models.contains(new Model(id, kind));
    }

    @Override
    public String toString() {
        return "Directory[hidden]";
    }

    private static <T> Optional<T> find(List<T> things, Function<T, UUID> idOf, @Nullable UUID id) {
        return things.stream().filter(thing -> idOf.apply(thing).equals(id)).findFirst();
    }
}
