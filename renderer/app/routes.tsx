import {
  createHashHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Navigate,
  Outlet,
  type RouterHistory,
} from '@tanstack/react-router';
import { useMemo } from 'react';
import type { CourseId, LectureId } from '../../contract/domain/ids.ts';
import { CourseScreen } from '../features/course/course-screen.tsx';
import { CoursesScreen } from '../features/courses/courses-screen.tsx';
import { readCoursesSearch } from '../features/courses/search-params.ts';
import { DownloadsScreen } from '../features/downloads/downloads-screen.tsx';
import { HistoryScreen } from '../features/history/history-screen.tsx';
import { HomeScreen } from '../features/home/home-screen.tsx';
import { Idle } from '../features/idle/idle.tsx';
import { LecturerScreen } from '../features/lecturer/lecturer-screen.tsx';
import { MyListScreen } from '../features/my-list/my-list-screen.tsx';
import { NotesScreen } from '../features/notes/notes-screen.tsx';
import { PlayerScreen } from '../features/player/player-screen.tsx';
import { ChoicesScreen } from '../features/consent/choices-screen.tsx';
import { CookiesScreen } from '../features/network/cookies-screen.tsx';
import { readNetworkSearch } from '../features/network/network-search.ts';
import { NetworkScreen } from '../features/network/network-screen.tsx';
import { ProcessorsScreen } from '../features/network/processors-screen.tsx';
import { DataScreen } from '../features/your-data/data-screen.tsx';
import { RetentionScreen } from '../features/your-data/retention-screen.tsx';
import { ProfileScreen } from '../features/rights/profile-screen.tsx';
import { ExportScreen } from '../features/export/export-screen.tsx';
import { RequestsScreen } from '../features/rights/requests-screen.tsx';
import { EraseScreen } from '../features/erase/erase-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { StatisticsScreen } from '../features/statistics/statistics-screen.tsx';
import { SpaceScreen } from '../features/space/space-screen.tsx';
import { BatchNotice } from './batch-notice.tsx';
import { FollowLink } from './follow-link.tsx';
import { Frame } from './frame.tsx';
import { createPlaces } from './places.ts';
import { PrivateTint } from './private-bar.tsx';
import { ScreenFailed } from './screen-failed.tsx';
import { WatchedNotice } from './watched-notice.tsx';
import { WindowSheets } from './window-sheets.tsx';

/** What the frame needs of the router besides routes. */
export interface RouterContext {
  readonly places: ReturnType<typeof createPlaces>;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: () => (
    <>
      <Outlet />
      <Idle />
      <BatchNotice />
      <WatchedNotice />
      <FollowLink />
      <PrivateTint />
      <WindowSheets />
    </>
  ),
});
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });
const home = createRoute({ getParentRoute: () => frame, path: '/', component: HomeScreen });
const courses = createRoute({
  getParentRoute: () => frame,
  path: '/courses',
  validateSearch: readCoursesSearch,
  component: function CoursesRoute() {
    const navigate = courses.useNavigate();
    // What was left out by the check is still in what the router gives.
    const said = courses.useSearch();
    const search = useMemo(() => readCoursesSearch(said), [said]);
    return <CoursesScreen search={search} onSearch={(next) => void navigate({ search: next })} />;
  },
});
const lecturer = createRoute({
  getParentRoute: () => frame,
  path: '/lecturers/$lecturerId',
  component: function LecturerRoute() {
    const { lecturerId } = lecturer.useParams();
    return <LecturerScreen key={lecturerId} lecturerId={lecturerId} />;
  },
});
const list = createRoute({ getParentRoute: () => frame, path: '/list', component: MyListScreen });
const course = createRoute({
  getParentRoute: () => frame,
  path: '/courses/$courseId',
  component: function CourseRoute() {
    const { courseId } = course.useParams();
    return <CourseScreen key={courseId} courseId={courseId as CourseId} />;
  },
});
const courseNotes = createRoute({
  getParentRoute: () => frame,
  path: '/courses/$courseId/notes',
  component: function CourseNotesRoute() {
    const { courseId } = courseNotes.useParams();
    return <NotesScreen key={courseId} courseId={courseId as CourseId} />;
  },
});
const downloads = createRoute({ getParentRoute: () => frame, path: '/downloads', component: DownloadsScreen });
const space = createRoute({ getParentRoute: () => frame, path: '/downloads/space', component: SpaceScreen });
const history = createRoute({ getParentRoute: () => frame, path: '/history', component: HistoryScreen });
const statistics = createRoute({ getParentRoute: () => frame, path: '/statistics', component: StatisticsScreen });
const settings = createRoute({ getParentRoute: () => frame, path: '/settings', component: SettingsScreen });
const network = createRoute({
  getParentRoute: () => frame,
  path: '/privacy/network',
  validateSearch: readNetworkSearch,
  component: function NetworkRoute() {
    const navigate = network.useNavigate();
    const said = network.useSearch();
    const search = useMemo(() => readNetworkSearch(said), [said]);
    return <NetworkScreen search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
  },
});
const privacy = [
  createRoute({ getParentRoute: () => frame, path: '/privacy', component: ChoicesScreen }),
  createRoute({ getParentRoute: () => frame, path: '/privacy/cookies', component: CookiesScreen }),
  network,
  createRoute({ getParentRoute: () => frame, path: '/privacy/processors', component: ProcessorsScreen }),
  createRoute({ getParentRoute: () => frame, path: '/privacy/data', component: DataScreen }),
  createRoute({ getParentRoute: () => frame, path: '/privacy/retention', component: RetentionScreen }),
  createRoute({ getParentRoute: () => frame, path: '/privacy/profile', component: ProfileScreen }),
  createRoute({ getParentRoute: () => frame, path: '/privacy/export', component: ExportScreen }),
  createRoute({ getParentRoute: () => frame, path: '/privacy/requests', component: RequestsScreen }),
  createRoute({ getParentRoute: () => frame, path: '/privacy/erase', component: EraseScreen }),
] as const;
const watch = createRoute({
  getParentRoute: () => root,
  path: '/watch/$lectureId',
  component: function WatchRoute() {
    const { lectureId } = watch.useParams();
    return <PlayerScreen key={lectureId} lectureId={lectureId as LectureId} />;
  },
});

const tree = root.addChildren([
  frame.addChildren([
    home,
    courses,
    lecturer,
    list,
    course,
    courseNotes,
    downloads,
    space,
    history,
    statistics,
    settings,
    ...privacy,
  ]),
  watch,
]);

/** Makes the router; the hash keeps `app://` addresses the same for every screen. */
export function createAppRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({
    routeTree: tree,
    history,
    context: { places: createPlaces(history) },
    scrollRestoration: true,
    scrollToTopSelectors: ['[data-scroll-restoration-id="main"]'],
    defaultErrorComponent: ScreenFailed,
    defaultNotFoundComponent: () => <Navigate to="/" replace />,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
