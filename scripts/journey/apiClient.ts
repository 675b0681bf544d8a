export { ApiClient, ApiProblem, type Json } from '@onewindow/server/client';
