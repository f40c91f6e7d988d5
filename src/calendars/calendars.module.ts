import { Module } from '@nestjs/common';
import { CalendarPagesModule } from './calendar-pages.module';

@Module({ imports: [CalendarPagesModule] })
export class CalendarsModule {}
