/**
 * Generates {@code openapi.json} from what Spring serves, what the response records are and what is
 * declared here, and proves that it is true.
 */
@NullMarked
package workspace.chats.api.contract;

import org.jspecify.annotations.NullMarked;
