import { createBrowserRouter, Navigate } from 'react-router';
import type { Role } from '../api/types.ts';
import { PortalShell } from '../portal/PortalShell.tsx';
import { SignedIn } from '../portal/SignedIn.tsx';
import { ConsoleShell } from './ConsoleShell.tsx';
import { HomeRedirect } from './HomeRedirect.tsx';
import { deskPeople, mentioned, officers, workers } from './navigation.ts';
import { PublicShell } from './PublicShell.tsx';
import { RequireRole } from './RequireRole.tsx';
import { RouteFailure } from './RouteFailure.tsx';
import { NotFoundPage } from './StatusPages.tsx';

type LazyRoute = () => Promise<{ Component: React.ComponentType }>;

function guarded(path: string, roles: readonly Role[], lazy: LazyRoute) {
  return {
    path,
    lazy: async () => {
      const { Component } = await lazy();
      return {
        Component: () => (
          <RequireRole roles={roles}>
            <Component />
          </RequireRole>
        ),
      };
    },
    hydrateFallbackElement: <></>,
    errorElement: <RouteFailure inside />,
  };
}

/** A page of an applicant's own. */
function ownPage(path: string, lazy: LazyRoute) {
  return {
    path,
    lazy: async () => {
      const { Component } = await lazy();
      return {
        Component: () => (
          <SignedIn>
            <Component />
          </SignedIn>
        ),
      };
    },
    hydrateFallbackElement: <></>,
    errorElement: <RouteFailure inside />,
  };
}

const licenseReaders: readonly Role[] = ['clerk', 'approver', 'head', 'supervisor'];
const payers: readonly Role[] = ['approver', 'head', 'supervisor'];
const publishers: readonly Role[] = ['approver', 'head', 'supervisor'];
/** Who answers to supervision for a department, and supervision itself. */
const supervised: readonly Role[] = officers;
const readers: readonly Role[] = [...workers, 'supervisor'];

/** All routes of the web; each page is a chunk of its own. */
export function createRouter() {
  return createBrowserRouter([
    {
      element: <PublicShell />,
      errorElement: <RouteFailure />,
      hydrateFallbackElement: <></>,
      children: [
        {
          path: '/login',
          lazy: async () => ({ Component: (await import('../login/LoginPage.tsx')).LoginPage }),
        },
        {
          path: '/progress/:token',
          lazy: async () => ({ Component: (await import('../progress/ProgressPage.tsx')).ProgressPage }),
        },
        {
          path: '/progress/:token/batch-lists',
          lazy: async () => ({
            Component: (await import('../progress/ProgressBatchListsPage.tsx')).ProgressBatchListsPage,
          }),
        },
        {
          path: '/capture/:token',
          lazy: async () => ({ Component: (await import('../capture/CapturePage.tsx')).CapturePage }),
        },
        {
          path: '/notices',
          lazy: async () => ({ Component: (await import('../notices/NoticesPage.tsx')).NoticesPage }),
        },
        {
          path: '/notices/:id',
          lazy: async () => ({ Component: (await import('../notices/ObjectPage.tsx')).ObjectPage }),
        },
        {
          path: '/objections/:token',
          lazy: async () => ({ Component: (await import('../notices/ObjectionPage.tsx')).ObjectionPage }),
        },
        {
          path: '/publications',
          lazy: async () => ({ Component: (await import('../publication/PublishedPage.tsx')).PublishedPage }),
        },
        {
          path: '/publications/:id',
          lazy: async () => ({
            Component: (await import('../publication/PublishedEntryPage.tsx')).PublishedEntryPage,
          }),
        },
        {
          path: '/publication-objections/:token',
          lazy: async () => ({
            Component: (await import('../publication/EntryObjectionPage.tsx')).EntryObjectionPage,
          }),
        },
        {
          path: '/complaints',
          lazy: async () => ({ Component: (await import('../complaints/ComplaintPage.tsx')).ComplaintPage }),
        },
        {
          path: '/complaints/:token',
          lazy: async () => ({
            Component: (await import('../complaints/ComplaintAnswerPage.tsx')).ComplaintAnswerPage,
          }),
        },
        {
          path: '/appointments',
          lazy: async () => ({ Component: (await import('../queue/BookingPage.tsx')).BookingPage }),
        },
        {
          path: '/appointments/:token',
          lazy: async () => ({ Component: (await import('../queue/AppointmentPage.tsx')).AppointmentPage }),
        },
        {
          path: '/tickets/:token',
          lazy: async () => ({ Component: (await import('../queue/TicketPage.tsx')).TicketPage }),
        },
        {
          path: '/dev/messages',
          lazy: async () => ({
            Component: (await import('../portal/DevelopmentOutboxPage.tsx')).DevelopmentOutboxPage,
          }),
        },
        {
          path: '/dev/cashier/:paymentNo',
          lazy: async () => ({ Component: (await import('../fees/CashierPage.tsx')).CashierPage }),
        },
        {
          path: '/verify',
          lazy: async () => ({ Component: (await import('../verify/VerifyFilePage.tsx')).VerifyFilePage }),
        },
        {
          path: '/verify/:identifier',
          lazy: async () => ({ Component: (await import('../verify/VerifyCodePage.tsx')).VerifyCodePage }),
        },
      ],
    },
    {
      errorElement: <RouteFailure />,
      hydrateFallbackElement: <></>,
      children: [
        {
          path: '/dispenser/:id',
          lazy: async () => ({ Component: (await import('../queue/DispenserPage.tsx')).DispenserPage }),
        },
        {
          path: '/screen/:id',
          lazy: async () => ({ Component: (await import('../queue/ScreenPage.tsx')).ScreenPage }),
        },
      ],
    },
    {
      element: <PortalShell />,
      errorElement: <RouteFailure />,
      hydrateFallbackElement: <></>,
      children: [
        {
          path: '/portal',
          lazy: async () => ({ Component: (await import('../portal/HomePage.tsx')).HomePage }),
        },
        {
          path: '/portal/sign-in',
          lazy: async () => ({ Component: (await import('../portal/SignInPage.tsx')).SignInPage }),
        },
        {
          path: '/portal/items/:packCode/:operation',
          lazy: async () => ({ Component: (await import('../portal/ItemPage.tsx')).ItemPage }),
        },
        ownPage('/portal/apply/:packCode/:operation', async () => ({
          Component: (await import('../portal/WhoPage.tsx')).WhoPage,
        })),
        ownPage('/portal/cases', async () => ({
          Component: (await import('../portal/OwnCasesPage.tsx')).OwnCasesPage,
        })),
        ownPage('/portal/cases/:id', async () => ({
          Component: (await import('../portal/OwnCasePage.tsx')).OwnCasePage,
        })),
        ownPage('/portal/cases/:id/batch-lists', async () => ({
          Component: (await import('../portal/OwnBatchListsPage.tsx')).OwnBatchListsPage,
        })),
        ownPage('/portal/cases/:id/answers/:step', async () => ({
          Component: (await import('../portal/AnswersPage.tsx')).AnswersPage,
        })),
        ownPage('/portal/benefits', async () => ({
          Component: (await import('../portal/OwnBenefitsPage.tsx')).OwnBenefitsPage,
        })),
        ownPage('/portal/account', async () => ({
          Component: (await import('../portal/AccountPage.tsx')).AccountPage,
        })),
        { path: '/portal/*', element: <NotFoundPage /> },
      ],
    },
    {
      element: <ConsoleShell bare />,
      errorElement: <RouteFailure />,
      hydrateFallbackElement: <></>,
      children: [
        guarded('/supervision/screen', ['supervisor'], async () => ({
          Component: (await import('../supervision/screen/BigScreenPage.tsx')).BigScreenPage,
        })),
      ],
    },
    {
      element: <ConsoleShell />,
      errorElement: <RouteFailure />,
      hydrateFallbackElement: <></>,
      children: [
        { path: '/', element: <HomeRedirect /> },
        guarded('/window', ['clerk'], async () => ({
          Component: (await import('../window/WindowPage.tsx')).WindowPage,
        })),
        guarded('/window/cases/:id', ['clerk'], async () => ({
          Component: (await import('../window/IntakePage.tsx')).IntakePage,
        })),
        guarded('/window/complaint', ['clerk'], async () => ({
          Component: (await import('../complaints/ComplaintPage.tsx')).WindowComplaintPage,
        })),
        guarded('/window/handovers', ['clerk'], async () => ({
          Component: (await import('../handover/HandoversPage.tsx')).HandoversPage,
        })),
        guarded('/window/handovers/:id', ['clerk'], async () => ({
          Component: (await import('../handover/HandoverPage.tsx')).HandoverPage,
        })),
        guarded('/halls', ['admin', 'hallManager'], async () => ({
          Component: (await import('../halls/HallsPage.tsx')).HallsPage,
        })),
        guarded('/halls/:id', ['admin', 'hallManager'], async () => ({
          Component: (await import('../halls/HallPage.tsx')).HallPage,
        })),
        guarded('/devices/simulator', ['clerk'], async () => ({
          Component: (await import('../devices/SimulatorPage.tsx')).SimulatorPage,
        })),
        guarded('/inbox', readers, async () => ({
          Component: (await import('../inbox/InboxPage.tsx')).InboxPage,
        })),
        guarded('/people', deskPeople, async () => ({
          Component: (await import('../people/PeoplePage.tsx')).PeoplePage,
        })),
        guarded('/tasks/:id', workers, async () => ({
          Component: (await import('../tasks/TaskPage.tsx')).TaskPage,
        })),
        guarded('/mentions', mentioned, async () => ({
          Component: (await import('../comments/MentionsPage.tsx')).MentionsPage,
        })),
        guarded('/asked', ['approver', 'head'], async () => ({
          Component: (await import('../asked/AskedPage.tsx')).AskedPage,
        })),
        guarded('/asked/cosigns/:id', ['approver', 'head'], async () => ({
          Component: (await import('../asked/CosignPage.tsx')).CosignPage,
        })),
        guarded('/cases/:id', readers, async () => ({
          Component: (await import('../cases/CasePage.tsx')).CasePage,
        })),
        guarded(
          '/dispatch',
          ['operator', 'gridWorker', 'dispatcher', 'shiftChief', 'supervisor'],
          async () => ({
            Component: (await import('../dispatch/CaseFilesPage.tsx')).CaseFilesPage,
          }),
        ),
        guarded('/dispatch/evaluations', ['shiftChief', 'supervisor', 'head'], async () => ({
          Component: (await import('../dispatch/EvaluationPage.tsx')).EvaluationPage,
        })),
        guarded('/dispatch/report', ['operator', 'gridWorker'], async () => ({
          Component: (await import('../dispatch/ReportPage.tsx')).ReportPage,
        })),
        guarded('/hotline', ['operator', 'clerk'], async () => ({
          Component: (await import('../hotline/HotlinePage.tsx')).HotlinePage,
        })),
        guarded('/checks', ['approver', 'head'], async () => ({
          Component: (await import('../checks/ChecksPage.tsx')).ChecksPage,
        })),
        guarded('/checks/:id', ['approver', 'head'], async () => ({
          Component: (await import('../checks/CheckPage.tsx')).CheckPage,
        })),
        guarded('/publishing', publishers, async () => ({
          Component: (await import('../publication/PublishingPage.tsx')).PublishingPage,
        })),
        guarded('/publishing/:id', publishers, async () => ({
          Component: (await import('../publication/PublicationPage.tsx')).PublicationPage,
        })),
        guarded('/payments', payers, async () => ({
          Component: (await import('../payment/PaymentsPage.tsx')).PaymentsPage,
        })),
        guarded('/payments/:id', payers, async () => ({
          Component: (await import('../payment/PaymentListPage.tsx')).PaymentListPage,
        })),
        guarded('/benefits/:id', payers, async () => ({
          Component: (await import('../payment/BenefitPage.tsx')).BenefitPage,
        })),
        guarded('/supervision', ['supervisor', 'head'], async () => ({
          Component: (await import('../supervision/SupervisionPage.tsx')).SupervisionPage,
        })),
        guarded('/supervision/reports/:id', ['supervisor', 'head'], async () => ({
          Component: (await import('../supervision/reports/ReportPage.tsx')).ReportPage,
        })),
        guarded('/supervision/findings/:id', supervised, async () => ({
          Component: (await import('../supervision/FindingPage.tsx')).FindingPage,
        })),
        guarded('/supervision/orders/:id', supervised, async () => ({
          Component: (await import('../supervision/OrderPage.tsx')).OrderPage,
        })),
        guarded('/supervision/cards/:id', supervised, async () => ({
          Component: (await import('../supervision/CardPage.tsx')).CardPage,
        })),
        guarded('/supervision/rules', ['supervisor', 'head', 'admin'], async () => ({
          Component: (await import('../supervision/RulesPage.tsx')).RulesPage,
        })),
        guarded('/evaluation', supervised, async () => ({
          Component: (await import('../evaluation/EvaluationPage.tsx')).EvaluationPage,
        })),
        guarded('/evaluation/schemes', [...supervised, 'admin'], async () => ({
          Component: (await import('../evaluation/SchemePage.tsx')).SchemePage,
        })),
        guarded('/evaluation/appeals/:id', supervised, async () => ({
          Component: (await import('../evaluation/AppealPage.tsx')).AppealPage,
        })),
        guarded('/evaluation/:kind/:period/:subject', supervised, async () => ({
          Component: (await import('../evaluation/SubjectPage.tsx')).SubjectPage,
        })),
        guarded('/supervised', supervised, async () => ({
          Component: (await import('../supervision/SupervisedPage.tsx')).SupervisedPage,
        })),
        guarded('/designer', ['designer', 'admin'], async () => ({
          Component: (await import('../designer/PackListPage.tsx')).PackListPage,
        })),
        guarded('/designer/:packCode', ['designer', 'admin'], async () => ({
          Component: (await import('../designer/PackDesignPage.tsx')).PackDesignPage,
        })),
        guarded('/designer/:packCode/live', ['designer', 'admin'], async () => ({
          Component: (await import('../liveView/LiveViewPage.tsx')).LiveViewPage,
        })),
        guarded('/operations', ['admin'], async () => ({
          Component: (await import('../operations/OperationsPage.tsx')).OperationsPage,
        })),
        guarded('/api-keys', ['admin'], async () => ({
          Component: (await import('../apiKeys/ApiKeysPage.tsx')).ApiKeysPage,
        })),
        guarded('/licenses', licenseReaders, async () => ({
          Component: (await import('../licenses/LicenseSearchPage.tsx')).LicenseSearchPage,
        })),
        guarded('/licenses/:id', licenseReaders, async () => ({
          Component: (await import('../licenses/LicensePage.tsx')).LicensePage,
        })),
        { path: '/packs', element: <Navigate to="/designer" replace /> },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]);
}
