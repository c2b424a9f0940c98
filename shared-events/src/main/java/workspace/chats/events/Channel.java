package workspace.chats.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a chat reaches its member, in the words of the public API. */
public enum Channel {
    @JsonProperty("web-chat")
    WEB_CHAT,
    @JsonProperty("phone-sms")
    PHONE_SMS,
    @JsonProperty("phone-voice")
    PHONE_VOICE,
    @JsonProperty("email")
    EMAIL
}
