package workspace.chats.api.problem;

/**
 * One flaw and where it is, for example {@code participants[0].memberId}; {@code $} is the body
 * itself.
 */
public record FieldProblem(String field, Flaw flaw) {}
