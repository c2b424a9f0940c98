/**
 * Request bodies, read as JSON trees field by field, so that everything wrong with one is found in
 * one go.
 */
@NullMarked
package workspace.chats.api.body;

import org.jspecify.annotations.NullMarked;
