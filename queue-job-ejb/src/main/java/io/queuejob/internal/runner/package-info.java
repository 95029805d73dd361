/**
 * The loops of a node. The <em>pulse</em> keeps the node a member and asks the database, once a
 * second, for all that a node wants to know; the <em>runner</em> takes rings and pulses, borrows
 * and gives back slots, and claims what the plan says; <em>workers</em> take claimed jobs from the
 * dispatcher until none may start.
 *
 * <p>Authority: rows for jobs, claims and slots; the dispatcher only for what this node does with
 * them. A node starts nothing unless its membership was confirmed more recently than others could
 * have taken over. When the database is away, the loops wait and begin again; when the node was
 * recovered by others, its runs are abandoned and it joins as a new one.
 */
package io.queuejob.internal.runner;
