package workspace.chats.local.launcher;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Several things at once. */
final class Parallel {

    private Parallel() {}

    /** Returns when all are done; the first that fails ends the wait with its exception. */
    static void run(List<Runnable> tasks) {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        var done = new ExecutorCompletionService<Void>(executor);
        tasks.forEach(task -> done.submit(task, null));
        try {
            for (int i = 0; i < tasks.size(); i++) {
                done.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } finally {
            executor.shutdownNow();
        }
    }
}
