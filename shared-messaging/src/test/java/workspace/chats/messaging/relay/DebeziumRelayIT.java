package workspace.chats.messaging.relay;

class DebeziumRelayIT extends RelayContract {

    @Override
    Relays relays(RelayDatabase database, RelaySettings settings) {
        return outlet -> DebeziumRelay.over(outlet, database, settings);
    }
}
