package workspace.chats.assignment;

import static java.util.stream.Collectors.groupingBy;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

/** The assignments there are. */
@Repository
class Assignments {

    private final EntityManager entities;

    Assignments(EntityManager entities) {
        this.entities = entities;
    }

    /** Adds those that are not there yet, each once, and answers with what it added. */
    List<Assignment> addNew(Collection<Assignment> wanted) {
        return wanted.stream().collect(groupingBy(Assignment::workspaceId)).entrySet().stream()
                .flatMap(ofOne -> addNew(ofOne.getKey(), ofOne.getValue()))
                .toList();
    }

    private Stream<Assignment> addNew(UUID workspaceId, List<Assignment> wanted) {
        var known = known(workspaceId, wanted);
        var added = wanted.stream().filter(one -> known.add(one.id())).toList();
        added.forEach(entities::persist);
        entities.flush();
        return added.stream();
    }

    private Set<UUID> known(UUID workspaceId, List<Assignment> wanted) {
        return new HashSet<>(
                entities.createQuery(
                                """
                                select a.key.id from Assignment a
                                where a.key.workspaceId = :workspace and a.key.id in :ids
                                """,
                                UUID.class)
                        .setParameter("workspace", workspaceId)
                        .setParameter("ids", wanted.stream().map(Assignment::id).toList())
                        .getResultList());
    }
}
