import { Get, Query } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { found } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import { catalogue } from './catalogue';
import { mayManageCourses } from './courses.policy';
import { CoursesQueries } from './courses.queries';
import { RulesQuery } from './courses.requests';
import { courseWords } from './courses.words';
import { CourseDetails } from './views/course-details';
import { CourseList, courseName } from './views/course-list';

@Pages('courses')
@Access('signed_in')
export class CoursesPages {
  constructor(
    private readonly courses: CoursesQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Help(courseWords, 'help')
  async list(@Page() page: PageRequest): Promise<string> {
    const courses = await this.courses.list();
    return page.render(
      courseWords[page.locale].courses,
      <CourseList
        courses={courses}
        mayChange={mayManageCourses(page.actor)}
        lacksUsual={catalogue.some(({ code }) => !courses.some((course) => course.code === code))}
      />,
    );
  }

  @Get(':id')
  @Help(courseWords, 'helpOfOne')
  async show(@Page() page: PageRequest, @PathId() id: string, @Query() { on: chosen }: RulesQuery): Promise<string> {
    const course = found(await this.courses.course(id));
    const on = chosen ?? this.clock.today();
    const [rules, turningDays] = await Promise.all([
      this.courses.allRulesInForce(id, on),
      this.courses.turningDays(id),
    ]);
    return page.render(
      courseName(course, page.locale),
      <CourseDetails
        course={course}
        rules={rules}
        on={on}
        isChosenDay={chosen !== undefined}
        turningDays={turningDays}
        mayChange={mayManageCourses(page.actor)}
      />,
    );
  }
}
