package workspace.chats.messaging.testing;

/**
 * Where PostgreSQL (any database, as superuser) and Kafka answer; the words of {@code TestEngines}.
 */
record EngineAddresses(String jdbcUrl, String user, String password, String kafkaBootstrap) {

    String jdbcUrlOf(String database) {
        return jdbcUrl.replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1");
    }

    @Override
    public String toString() {
        return jdbcUrl + " and " + kafkaBootstrap;
    }
}
