package io.queuejob.internal.port.protocol;

import java.util.List;
import java.util.Map;

/** Borrowing slots of channels and giving them back. */
public interface Borrowing {

  /**
   * Borrows along a whole path, all or nothing, as much as every channel has free.
   *
   * @param node identity of this node
   * @param wishes for each channel's number how many slots are lacking there if {@code most} jobs
   *     are to run; ascending by path
   * @param most jobs for which the slots are wanted, at least 1
   * @return what was borrowed, by channel's number; empty if nothing
   */
  Map<Integer, Integer> borrow(int node, Map<Integer, Integer> wishes, int most);

  /**
   * Gives slots back.
   *
   * @param node identity of this node
   * @param slots number of slots by channel's number, ascending by path
   * @return the channels whose slots were given back; one is missing if the database knew fewer
   */
  List<Integer> giveBack(int node, Map<Integer, Integer> slots);

  /** Says, or no longer says, that this node wants more of a channel. */
  void want(int node, int channel, boolean wants);
}
