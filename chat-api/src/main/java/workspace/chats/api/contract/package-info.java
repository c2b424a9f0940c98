/** The OpenAPI document of this service, for whoever wants to call it. */
@NullMarked
package workspace.chats.api.contract;

import org.jspecify.annotations.NullMarked;
