/**
 * The page of nodes: what each does and holds, and draining. A reading that fails leaves what was
 * read last and a notice.
 */
package io.queuejob.web.nodes;
