/**
 * Lists that grow while somebody reads them: a cursor says where he is, whatever comes in
 * meanwhile.
 */
@NullMarked
package workspace.chats.api.page;

import org.jspecify.annotations.NullMarked;
