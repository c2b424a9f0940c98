package workspace.chats.api.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import workspace.chats.messaging.wall.OpenWorkspaces;

/**
 * Opens the workspace of the path, and only that one, to the database work of the request, which
 * has to await its turn among that workspace's others. Whether the caller is a member of it is
 * decided later; behind any other path no workspace is open.
 */
@Component
final class WorkspaceFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var workspaceId = WorkspacePath.workspaceIn(request);
        if (workspaceId.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            open(workspaceId.get(), request, response, chain);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static void open(
            UUID workspaceId,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        try {
            OpenWorkspaces.<@Nullable Void, Exception>callWith(
                    List.of(workspaceId),
                    () ->
                            Turns.<@Nullable Void, Exception>callWith(
                                    workspaceId,
                                    () -> {
                                        chain.doFilter(request, response);
                                        return null;
                                    }));
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException("filters throw nothing else", impossible);
        }
    }
}
