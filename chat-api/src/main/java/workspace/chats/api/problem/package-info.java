/**
 * Everything that goes wrong, as RFC 9457 problems without personal data: from a wrong field to
 * Tomcat's own refusals.
 */
@NullMarked
package workspace.chats.api.problem;

import org.jspecify.annotations.NullMarked;
