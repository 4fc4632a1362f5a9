using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace FollowUp.LocalHost.Hosting;

static class LocalApplication
{
    public static WebApplicationBuilder NewBuilder(string[] args) => WebApplication.CreateSlimBuilder(args);

    public static IHost Build(FunctionsApplicationBuilder builder, WebApplicationBuilder web) => web.Build();
}
