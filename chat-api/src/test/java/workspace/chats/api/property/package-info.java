/**
 * Requests and other things at random: made from choices that can be made again, and made fewer.
 */
@NullMarked
package workspace.chats.api.property;

import org.jspecify.annotations.NullMarked;
