using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.LocalHost.Tests.Functions;

public sealed class An_HTTP_function
{
    private static readonly Dictionary<string, string?> NoPrefix = new() { ["AzureFunctionsJobHost:extensions:http:routePrefix"] = "" };

    [Fact]
    public async Task is_served_under_the_prefix_api_unless_host_json_says_otherwise()
    {
        await using TestHost usual = await TestHost.Start(typeof(Pages));
        await using TestHost bare = await TestHost.Start(new HostPlan { Settings = NoPrefix }, typeof(Pages));

        (await Get(usual, "api/items/7")).Should().Be("item 7");
        (await Get(bare, "items/7")).Should().Be("item 7");
    }

    [Fact]
    public async Task takes_its_prefix_from_the_file_host_json()
    {
        string folder = Directory.CreateTempSubdirectory("host-json-").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "host.json"),
            """{ "extensions": { "http": { "routePrefix": "v1" } } }""",
            TestContext.Current.CancellationToken);
        await using TestHost host = await TestHost.Start(new HostPlan { ContentRoot = folder }, typeof(Pages));

        (await Get(host, "v1/items/7")).Should().Be("item 7");

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task gets_route_values_by_name_and_obeys_constraints_and_catch_alls()
    {
        await using TestHost host = await TestHost.Start(typeof(Pages));

        (await Get(host, "api/board/agreements/a/items")).Should().Be("board agreements/a/items");
        (await host.Http.GetAsync("api/items/seven", TestContext.Current.CancellationToken)).StatusCode
            .Should().Be(HttpStatusCode.NotFound);
        (await host.Http.GetAsync("api/loose/seven", TestContext.Current.CancellationToken)).StatusCode
            .Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task hears_only_its_methods()
    {
        await using TestHost host = await TestHost.Start(typeof(Pages));

        HttpResponseMessage answer = await host.Http.DeleteAsync("api/items/7", TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData("api/nothing", HttpStatusCode.NoContent, "")]
    [InlineData("api/void", HttpStatusCode.OK, "")]
    [InlineData("api/object", HttpStatusCode.OK, """{"name":"protocol"}""")]
    [InlineData("api/result", HttpStatusCode.Accepted, "\"later\"")]
    public async Task answers_with_what_it_returns(string path, HttpStatusCode status, string body)
    {
        await using TestHost host = await TestHost.Start(typeof(Pages));

        HttpResponseMessage answer = await host.Http.GetAsync(path, TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(status);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Be(body);
    }

    [Fact]
    public async Task that_throws_answers_500_without_details()
    {
        await using TestHost host = await TestHost.Start(typeof(Pages));

        HttpResponseMessage answer = await host.Http.GetAsync("api/broken", TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().NotContain("secret");
    }

    [Fact]
    public async Task is_an_object_of_its_own_in_a_scope_of_its_own()
    {
        HostPlan plan = new() { Services = services => services.AddScoped<Visit>() };
        await using TestHost host = await TestHost.Start(plan, typeof(Desk));

        string first = await Get(host, "api/desk");
        string second = await Get(host, "api/desk");

        first.Should().StartWith("same").And.NotBe(second);
    }

    [Fact]
    public async Task gives_its_context_the_request_it_serves()
    {
        await using TestHost host = await TestHost.Start(typeof(Pages));

        (await Get(host, "api/context")).Should().Be("Context at /api/context");
    }

    [Fact]
    public async Task can_start_an_orchestration()
    {
        await using TestHost host = await TestHost.Start(typeof(Pages));

        HttpResponseMessage answer = await host.Http.PostAsJsonAsync("api/start", "Nia", TestContext.Current.CancellationToken);
        await host.Still();

        string id = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        (await host.See(id)).ReadOutputAs<string>().Should().Be("started for Nia");
    }

    [Fact]
    public async Task refuses_a_body_beyond_the_limit_when_it_reads_it()
    {
        await using TestHost host = await TestHost.Start(new HostPlan { MaxBody = 1_000 }, typeof(Pages));
        StringContent large = new(new string('x', 2_000), Encoding.UTF8, "text/plain");

        HttpResponseMessage answer = await host.Http.PostAsync("api/start", large, TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    private static Task<string> Get(TestHost host, string path) => host.Http.GetStringAsync(path, TestContext.Current.CancellationToken);

    public static class Pages
    {
        [Function("Item")]
        public static string Item(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = "items/{id:int}")] HttpRequest request, int id) => $"item {id}";

        [Function("Loose")]
        public static string Loose([HttpTrigger("get", Route = "loose/{id}")] HttpRequest request, int id) => $"{id}";

        [Function("Board")]
        public static string Board([HttpTrigger("get", Route = "board/{*path}")] HttpRequest request, string? path) => $"board {path}";

        [Function("nothing")]
        public static Task<Thing?> Nothing([HttpTrigger] HttpRequest request) => Task.FromResult<Thing?>(null);

        [Function("void")]
        public static void Void([HttpTrigger] HttpRequest request)
        {
        }

        [Function("object")]
        public static ValueTask<Thing> Object([HttpTrigger] HttpRequest request) => new(new Thing("protocol"));

        [Function("result")]
        public static IResult Result([HttpTrigger] HttpRequest request) => Results.Accepted(value: "later");

        [Function("broken")]
        public static string Broken([HttpTrigger] HttpRequest request) => throw new InvalidOperationException("secret");

        [Function("context")]
        public static string Context([HttpTrigger] HttpRequest request, FunctionContext context) =>
            $"{Capitalized(context.FunctionDefinition.Name)} at {context.GetHttpContext()!.Request.Path}";

        private static string Capitalized(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}";

        [Function("start")]
        public static async Task<string> Start(
            [HttpTrigger("post")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancel)
        {
            string name = (await JsonSerializer.DeserializeAsync<string>(request.Body, cancellationToken: cancel))!;
            return await client.ScheduleNewOrchestrationInstanceAsync("Started", name, cancel);
        }

        [Function("Started")]
        public static Task<string> Started([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
            Task.FromResult($"started for {name}");
    }

    public sealed record Thing(string Name);

    public sealed class Visit
    {
        private static int visits;

        public int Number { get; } = Interlocked.Increment(ref visits);
    }

    public sealed class Desk(Visit one, IServiceProvider services)
    {
        [Function("desk")]
        public string Run([HttpTrigger("get")] HttpRequest request) =>
            $"{(services.GetRequiredService<Visit>() == one ? "same" : "another")} {one.Number}";
    }
}
