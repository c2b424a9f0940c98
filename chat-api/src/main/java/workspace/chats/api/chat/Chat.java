package workspace.chats.api.chat;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.Channel;

/**
 * A conversation on one channel. {@code version} rises with every event about the chat and is the
 * event's sequence; {@code revision} rises only when something changes that a person may edit: an
 * outcome spoils an editor's ETag when it sets {@code needsResponse}, and not otherwise.
 */
@Entity
@DynamicUpdate // columns that a person did not edit are others' to write
@IdClass(Key.class)
public class Chat {

    @Id private UUID workspaceId;
    @Id private UUID id;
    private Channel channel;
    private String chatType;
    private @Nullable String title;
    private UUID ownerMemberId;
    private UUID memberId;
    @Embedded private Assistant assistant;
    @Embedded private @Nullable Assignment assignment;
    private @Nullable UUID phoneNumberId;
    private @Nullable UUID inboxId;
    private @Nullable UUID siteId;
    private boolean isTest;
    private boolean archived;
    private boolean paused;
    private boolean needsResponse;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> metadata;

    @Embedded private MessageCounts messageCounts = MessageCounts.ZERO;
    private long version;
    private int revision;
    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Chat() {}

    /**
     * A new chat without messages. {@code createdAt} has to be in whole microseconds, as the
     * database keeps it.
     */
    public Chat(Key key, ChatDetails details, Instant createdAt) {
        this.workspaceId = key.workspaceId();
        this.id = key.id();
        this.channel = details.channel();
        this.chatType = details.chatType();
        this.title = details.title();
        this.ownerMemberId = details.ownerMemberId();
        this.memberId = details.memberId();
        this.assistant = details.assistant();
        this.assignment = details.assignment();
        this.phoneNumberId = details.phoneNumberId();
        this.inboxId = details.inboxId();
        this.siteId = details.siteId();
        this.isTest = details.isTest();
        this.metadata = details.metadata();
        this.version = 1;
        this.revision = 1;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** Counts the chat's first message; one that failed already needs a person. */
    public void begin(Message initial) {
        boolean failed = initial.status() == MessageStatus.FAILED;
        messageCounts = messageCounts.plusOutbound(failed);
        needsResponse |= failed;
    }

    /** A call that could not even be asked for needs a person. */
    public void begin(PhoneCall call) {
        needsResponse |= call.hasFailed();
    }

    /** What a person may edit, as it is now. */
    public Editable editable() {
        return new Editable(title, archived, paused, needsResponse, assistant, siteId, metadata());
    }

    /** A person's edit; {@code at} has to be in whole microseconds. Time never runs backwards. */
    public void edit(Editable after, Instant at) {
        title = after.title();
        archived = after.archived();
        paused = after.paused();
        needsResponse = after.needsResponse();
        assistant = after.assistant();
        siteId = after.siteId();
        metadata = after.metadata();
        version++;
        revision++;
        updatedAt = at.isAfter(updatedAt) ? at : updatedAt;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public UUID id() {
        return id;
    }

    public Channel channel() {
        return channel;
    }

    public String chatType() {
        return chatType;
    }

    public @Nullable String title() {
        return title;
    }

    public UUID ownerMemberId() {
        return ownerMemberId;
    }

    public UUID memberId() {
        return memberId;
    }

    public Assistant assistant() {
        return assistant;
    }

    public @Nullable Assignment assignment() {
        return assignment;
    }

    public @Nullable UUID phoneNumberId() {
        return phoneNumberId;
    }

    public @Nullable UUID inboxId() {
        return inboxId;
    }

    public @Nullable UUID siteId() {
        return siteId;
    }

    public boolean isTest() {
        return isTest;
    }

    public boolean archived() {
        return archived;
    }

    public boolean paused() {
        return paused;
    }

    public boolean needsResponse() {
        return needsResponse;
    }

    /** In alphabetical order: the database keeps none. */
    public SortedMap<String, String> metadata() {
        return new TreeMap<>(metadata);
    }

    public MessageCounts messageCounts() {
        return messageCounts;
    }

    public long version() {
        return version;
    }

    public int revision() {
        return revision;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
