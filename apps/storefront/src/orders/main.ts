import { runService } from '../service/lifecycle.ts';
import { assembleOrders } from './service.ts';
import { ordersSettings } from './settings.ts';

await runService('orders', ordersSettings, assembleOrders);
