package io.queuejob.web.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.reach.Reach;
import io.queuejob.admin.search.SavedView;
import io.queuejob.admin.search.SavedViews;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.testkit.GivenRights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsPanelTest {
  private final List<SavedView> saved =
      new ArrayList<>(List.of(view(7, "mine", false), view(8, "ours", true)));
  private final SavedViews views =
      new SavedViews() {
        @Override
        public List<SavedView> of(String person) {
          return List.copyOf(saved);
        }

        @Override
        public SavedView save(String name, String address, boolean shared, String person) {
          throw new UnsupportedOperationException();
        }

        @Override
        public boolean remove(long id, String person) {
          return saved.removeIf(one -> one.id() == id);
        }
      };

  private static SavedView view(long id, String name, boolean shared) {
    return new SavedView(id, name, "?q=x", shared, "ann");
  }

  private ViewsPanel panel(AdminRole role, Reach reach) {
    return new ViewsPanel(views, new GivenRights(role, reach));
  }

  @Test
  void the_view_of_the_button_is_removed_whatever_came_before_it_meanwhile() {
    ViewsPanel panel = panel(AdminRole.OPERATOR, Reach.EVERYWHERE);
    assertThat(panel.getAll()).hasSize(2);
    saved.add(0, view(9, "a new one", true));
    panel.remove(8);
    assertThat(panel.getAll()).extracting(SavedView::id).containsExactly(9L, 7L);
    panel.remove(8);
    assertThat(panel.getTrouble()).isNull();
  }

  @Test
  void one_of_all_is_left_to_those_who_act_everywhere() {
    ViewsPanel viewer = panel(AdminRole.VIEWER, Reach.EVERYWHERE);
    viewer.remove(8);
    ViewsPanel mail = panel(AdminRole.OPERATOR, Reach.of("mail"));
    mail.remove(8);
    assertThat(saved).hasSize(2);
    assertThat(mail.getTrouble()).isNotNull();
    viewer.remove(7);
    assertThat(saved).extracting(SavedView::id).containsExactly(8L);
  }

  @Test
  void a_name_shows_what_one_cannot_see() {
    saved.set(0, view(7, "a\u0001b\u202ec", false));
    assertThat(panel(AdminRole.VIEWER, Reach.NOWHERE).getAll().get(0).name())
        .isEqualTo("a\u2401b\uFFFDc");
  }
}
