/** The pages for people: files that the build of {@code web/} made, served from memory. */
@NullMarked
package dev.holdfast.server.http.web;

import org.jspecify.annotations.NullMarked;
